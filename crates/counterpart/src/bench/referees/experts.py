# Writes the expert instances of the comparison with the referees' own generator: python experts.py BENCH DATA OUT
import os, sys
import numpy as np
bench, data, out = sys.argv[1:4]
sys.path.insert(0, bench)
import gen
D = data + '/experts/'
os.chdir(out)
s = np.load(D + 'midl/scores.npy').T
gen.dense('midl.bin', np.maximum(s, 0), s >= 0, np.load(D + 'midl/covs.npy'), np.load(D + 'midl/loads.npy'))
L = open(D + 'aamas2016.in').read().split('\n'); a, b = map(int, L[0].split())
A = np.array([list(map(float, x.split())) for x in L[1:1 + a]])
gen.dense('aamas2016.bin', A, np.ones_like(A, bool), np.full(a, 3), np.full(b, 10))
dem = np.load(D + 'cvpr2018/covs.npy').astype(int); cap = np.load(D + 'cvpr2018/loads.npy').astype(int)
A, m = gen.synth(len(dem), len(cap), 18); gen.dense('syn_cvpr2018.bin', A, m, dem, cap); del A, m
A, m = gen.synth(10000, 10000, 24, K=80); A[~m] = -1
k = 100; i = np.argpartition(-A, k, axis=1)[:, :k]; M = np.zeros(A.shape, bool); M[np.arange(10000)[:, None], i] = True
k = 20; i = np.argpartition(-A, k, axis=0)[:k, :]; M[i, np.arange(10000)[None, :]] = True
M &= m; gen.dense('syn_neurips.bin', A, M, np.full(10000, 4), np.full(10000, 6))

# Solves one generated two-pot instance by HiGHS, or writes it: python portfolio.py BENCH PROJECTS THEME_CAP(0 = none) [OUT.json]
import json, os, resource, sys
bench, n, cap = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
sys.path.insert(0, bench)
import vcp
cA, cB, v, th = vcp.inst(n)
bA, bB = int(cA.sum() * .5), int(cB.sum() * .45)
if len(sys.argv) > 4:
    themes = [dict(name=str(t), min_projects=0, max_projects=None, min_cost=[], max_cost=[int(cap * bA), None]) for t in range(th.max() + 1)] if cap else []
    projects = [dict(id=str(i), cost=[int(cA[i]), int(cB[i])], value=int(v[i]), theme=int(th[i]) if cap else None) for i in range(n)]
    json.dump(dict(pots=[dict(name='A', amount=bA), dict(name='B', amount=bB)], themes=themes, projects=projects), open(sys.argv[4], 'w'))
else:
    o, c, nodes = vcp.solve(cA, cB, v, th, bA, bB, cap or None)
    print(json.dumps(dict(obj=o, cpu=c, rss=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)))

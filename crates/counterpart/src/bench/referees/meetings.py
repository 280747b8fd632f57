# Proves one round by incremental SAT: python meetings.py BENCH FILE
import json, sys
sys.path.insert(0, sys.argv[1])
import satinc
print(json.dumps(satinc.solve(sys.argv[2], 'cadical195', 100)))

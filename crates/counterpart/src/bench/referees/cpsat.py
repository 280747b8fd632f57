# The best plan by CP-SAT within some CPU seconds: python cpsat.py BENCH FILE SECONDS
import json, sys
sys.path.insert(0, sys.argv[1])
import importlib.util
spec = importlib.util.spec_from_file_location('referee', sys.argv[1] + '/cpsat.py')
referee = importlib.util.module_from_spec(spec); spec.loader.exec_module(referee)
print(json.dumps(referee.solve(sys.argv[2], 1, float(sys.argv[3]))))

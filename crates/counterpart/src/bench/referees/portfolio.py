# Solves one generated instance by HiGHS, or writes it: python portfolio.py BENCH PROJECTS SHARE THEME_CAP YEARS PER_LEAD [OUT.json]; 0 = no such limit
import json, resource, sys, time
import numpy as np
bench, n, share, cap, years, per = sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), float(sys.argv[4]), int(sys.argv[5]), int(sys.argv[6])
sys.path.insert(0, bench)
import vcp
cA, cB, v, th = vcp.inst(n)
g = np.random.default_rng(n)
part = g.dirichlet(np.ones(years) * 3, n) if years > 1 else np.ones((n, 1))
cost = np.concatenate([np.rint(cA[:, None] * part), np.rint(cB[:, None] * part)], 1).astype(int)
amount = [int(cost[:, k].sum() * share * (1 if k < years else .9)) for k in range(2 * years)]
lead = g.integers(0, n // 4, n)
if len(sys.argv) > 7:
    most = [int(cap * amount[k]) if k < years else None for k in range(2 * years)]
    themes = [dict(name=str(t), min_projects=0, max_projects=None, min_cost=[], max_cost=most) for t in range(th.max() + 1)] if cap else []
    projects = [dict(id=str(i), cost=cost[i].tolist(), value=int(v[i]), theme=int(th[i]) if cap else None, lead=str(lead[i])) for i in range(n)]
    pots = [dict(name=str(k), amount=a) for k, a in enumerate(amount)]
    json.dump(dict(pots=pots, themes=themes, per_lead=per or None, projects=projects), open(sys.argv[7], 'w'))
else:
    import highspy
    rows = [(cost[:, k], amount[k]) for k in range(2 * years)]
    rows += [(np.where(th == t, cost[:, k], 0), int(cap * amount[k])) for t in range(th.max() + 1) for k in range(years)] if cap else []
    rows += [((lead == l).astype(int), per) for l in range(n // 4)] if per else []
    h = highspy.Highs(); h.setOptionValue('output_flag', False); h.setOptionValue('threads', 1)
    h.setOptionValue('mip_rel_gap', 0.0); h.setOptionValue('mip_abs_gap', 0.999); h.setOptionValue('time_limit', 60.0)
    lp = highspy.HighsLp(); lp.num_col_, lp.num_row_, lp.col_cost_ = n, len(rows), -v.astype(float)
    lp.col_lower_, lp.col_upper_, lp.row_lower_ = np.zeros(n), np.ones(n), np.full(len(rows), -1e30)
    lp.row_upper_ = np.array([most for _, most in rows], float)
    at = [np.flatnonzero(row) for row, _ in rows]
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0] + [len(i) for i in at]); lp.a_matrix_.index_ = np.concatenate(at)
    lp.a_matrix_.value_ = np.concatenate([row[i] for (row, _), i in zip(rows, at)]).astype(float)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * n
    h.passModel(lp); start = time.process_time(); h.run()
    proven = h.getModelStatus() == highspy.HighsModelStatus.kOptimal
    print(json.dumps(dict(obj=round(-h.getInfo().objective_function_value), proven=proven, cpu=time.process_time() - start,
                          rss=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)))

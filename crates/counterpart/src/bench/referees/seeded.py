# Small random instances in our JSON with what HiGHS finds: python seeded.py BENCH experts|portfolio COUNT SEED OUT
import json, os, sys
import highspy
import numpy as np
kind, count, seed, out = sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5]
g = np.random.default_rng(seed)
chance = lambda p: g.random() < p
whole = lambda low, high: int(g.integers(low, high))

def best(values, rows):
    h = highspy.Highs(); h.setOptionValue('output_flag', False); h.setOptionValue('threads', 1)
    h.setOptionValue('mip_rel_gap', 0.0); h.setOptionValue('mip_abs_gap', 0.1)
    lp = highspy.HighsLp(); n, m = len(values), len(rows)
    lp.num_col_, lp.num_row_, lp.col_cost_ = n, m, -np.array(values, float)
    lp.col_lower_, lp.col_upper_ = np.zeros(n), np.ones(n)
    lp.row_lower_, lp.row_upper_ = np.array([r[1] for r in rows], float), np.array([r[2] for r in rows], float)
    A = np.array([r[0] for r in rows], float).reshape(m, n)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = np.arange(0, n * m + 1, n), np.tile(np.arange(n), m), A.ravel()
    lp.integrality_ = [highspy.HighsVarType.kInteger] * n
    h.passModel(lp); h.run()
    return round(-h.getInfo().objective_function_value) if h.getModelStatus() == highspy.HighsModelStatus.kOptimal else None

def portfolio():
    n, pots = whole(6, 40), whole(1, 5)
    cost = g.integers(0, 60, (n, pots)); value = g.integers(1, 100, n); theme = g.integers(0, 3, n); lead = g.integers(0, n // 3, n)
    amount = [whole(1, cost[:, k].sum() + 2) for k in range(pots)]; per = whole(1, 4) if chance(.6) else None
    rows = [(cost[:, k], 0, amount[k]) for k in range(pots)]; themes = []
    for t in range(3):
        inside = (theme == t).astype(int); low = whole(0, 3) if chance(.4) else 0; high = low + whole(0, 6) if chance(.4) else None
        money = [whole(0, a + 1) if chance(.5) else None for a in amount]
        rows.append((inside, low, high if high is not None else n))
        rows += [(cost[:, k] * inside, 0, most) for k, most in enumerate(money) if most is not None]
        themes.append(dict(name=str(t), min_projects=low, max_projects=high, min_cost=[], max_cost=money))
    rows += [((lead == l).astype(int), 0, per) for l in range(n // 3)] if per else []
    projects = [dict(id=str(i), cost=cost[i].tolist(), value=int(value[i]), theme=int(theme[i]), lead=f'lead {lead[i]}') for i in range(n)]
    return dict(pots=[dict(name=str(k), amount=a) for k, a in enumerate(amount)], themes=themes, per_lead=per, projects=projects), best(value, rows)

def experts():
    n, m = whole(2, 7), whole(6, 16); parties = ['RM', 'SH']
    need = [dict(RM=whole(0, 3), SH=whole(0, 2)) for _ in range(n)]; field = [f'f{whole(0, 3)}' for _ in range(m)]
    people = [dict(name=f'E{e}', party=parties[whole(0, 2)], min=int(chance(.2)), max=whole(1, 5), attributes=dict(field=field[e])) for e in range(m)]
    pairs = [(a, e, whole(0, 1000001)) for a in range(n) for e in range(m) if chance(.8)]
    barred = [(a, e) for a, e, _ in pairs if chance(.1)]
    part = lambda test: np.array([int(test(a, e)) for a, e, _ in pairs])
    rows = [(part(lambda a, e: a == i and people[e]['party'] == p), need[i][p], need[i][p]) for i in range(n) for p in parties]
    rows += [(part(lambda a, e: e == i), people[i]['min'], people[i]['max']) for i in range(m)]
    rows += [(part(lambda a, e: (a, e) in barred), 0, 0)]
    quotas = [dict(attribute='field', least=0, most=whole(1, 3))] if chance(.6) else []
    rows += [(part(lambda a, e: a == i and field[e] == f), 0, q['most']) for q in quotas for i in range(n) for f in set(field)]
    file = dict(parties=parties, applications=[dict(name=f'A{i}', need=need[i]) for i in range(n)], experts=people,
                pairs=[[a, e, w / 1e6] for a, e, w in pairs], forbidden=[list(b) for b in barred], quotas=quotas)
    return file, best([w for _, _, w in pairs], rows)

for at in range(count):
    file, found = dict(experts=experts, portfolio=portfolio)[kind]()
    json.dump(file, open(os.path.join(out, f'seeded-{kind}-{at}.json'), 'w'))
    print(json.dumps(dict(obj=found)))

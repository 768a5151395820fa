import csv,gzip,collections
rows=list(csv.DictReader(gzip.open('/work/shared/data/sfo_airport_survey_2014_2017.csv.gz','rt')))
print(len(rows))
for c in rows[0]:
    if c in('RESPNUM','WEIGHT'): continue
    k=collections.Counter(r[c] for r in rows); 
    print(c, dict(sorted(k.items(), key=lambda x:(len(x[0]),x[0]))[:40]))
w=[float(r['WEIGHT']) for r in rows if r['WEIGHT']]
print('W',len(w),min(w),max(w),sum(w)/len(w), collections.Counter((r['YEAR'],r['WEIGHT'][:6]) for r in rows).most_common(12))
print(collections.Counter((r['Q2PURP1'],r['Q5TIMESFLOWN']) for r in rows).most_common(40))
print(collections.Counter((r['YEAR'],r['Q2PURP1']) for r in rows))

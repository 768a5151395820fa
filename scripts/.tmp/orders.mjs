import { bestOrder } from 'peakend/decide';
const steps = Array.from({length:12},(_,i)=>({id:'s'+i,duration:`${3+i} to ${9+i} min`,affect:{type:'normal',mean:(i*7)%11-5,sd:2}, kind: i%3===1?'wait':'service'}));
const journey={name:'x',tolerance:'1 h',interactions:steps};
const segments=Array.from({length:5},(_,i)=>({id:'g'+i,share:0.2,expectation:i-2,responses:{s3:{affectShift:i}}}));
for (const objectives of [['satisfaction'],['satisfaction','perceivedDuration','completed']]) for (let r=0;r<2;r++){
const c=process.cpuUsage(), t=performance.now();
const f=bestOrder({journey,segments,customers:2000,seed:1,robustness:false,objectives});
const u=process.cpuUsage(c); const w=performance.now()-t;
console.log(objectives.length, f.searched.designs, 'wall',w.toFixed(0),'cpu',(u.user/1e3).toFixed(0),'designs per cpu second',(f.searched.designs/(u.user/1e6)).toFixed(0), f.searched.rounds.map(x=>x.designs+'@'+x.customers).join(' '));
}

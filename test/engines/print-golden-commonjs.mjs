import { createRequire } from 'node:module';
import { golden } from './golden.mjs';
import { pooled } from './pooled.mjs';

const require = createRequire(import.meta.url);
const [workers, ...library] = ['workers', 'index', 'data', 'formats', 'decide'].map((entry) => require(`../../dist/${entry}.cjs`));
console.log(JSON.stringify({ ...golden(...library), ...(await pooled(workers, library[0])) }));

import { createRequire } from 'node:module';
import { golden } from './golden.mjs';

const require = createRequire(import.meta.url);
console.log(JSON.stringify(golden(...['index', 'data', 'formats', 'decide'].map((entry) => require(`../../dist/${entry}.cjs`)))));

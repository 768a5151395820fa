import * as data from '../../dist/data.js';
import * as decide from '../../dist/decide.js';
import * as formats from '../../dist/formats.js';
import * as library from '../../dist/index.js';
import * as workers from '../../dist/workers.js';
import { golden } from './golden.mjs';
import { pooled } from './pooled.mjs';

console.log(JSON.stringify({ ...golden(library, data, formats, decide), ...(await pooled(workers, library)) }));

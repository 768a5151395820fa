import { fonts } from '../ribbon/palette';
import { ink } from './ink';

/** How a report looks on a screen and on paper. */
export const reportStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: ${ink.page}; color: ${ink.text}; font: 16px/1.55 ${fonts}; }
main { max-width: 62rem; margin: 0 auto; padding: 3rem 1.5rem 4rem; overflow-wrap: break-word; }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; letter-spacing: -0.01em; }
h2 { margin: 3rem 0 0.8rem; padding-top: 0.9rem; border-top: 1px solid ${ink.rule}; font-size: 1.3rem; line-height: 1.3; }
h3 { margin: 1.8rem 0 0.5rem; font-size: 1.05rem; }
p, ul { margin: 0.6rem 0; max-width: 46rem; }
.subtitle { color: ${ink.muted}; }
.finding { margin: 1.8rem 0; padding: 0.9rem 1.4rem; border-left: 5px solid ${ink.better}; background: #f4f7fa; }
.finding p { max-width: none; }
.finding strong { font-size: 1.1rem; }
nav { font-size: 0.92rem; }
nav ol { display: flex; flex-wrap: wrap; gap: 0.2rem 1.4rem; margin: 0; padding: 0; list-style: none; }
a { color: ${ink.better}; }
a:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 3px solid ${ink.better}; outline-offset: 2px; }
.wide { margin: 0.9rem 0; overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.92rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.3rem 0.9rem 0.3rem 0; text-align: right; vertical-align: top; white-space: nowrap; font-weight: 400; }
thead th { border-bottom: 1px solid ${ink.zero}; font-weight: 600; vertical-align: bottom; }
thead td { border-bottom: 1px solid ${ink.zero}; }
tbody tr + tr > * { border-top: 1px solid ${ink.rule}; }
tr > :first-child { min-width: 9rem; max-width: 24rem; text-align: left; white-space: normal; }
.notes th, .notes td { text-align: left; white-space: normal; }
.stroke { padding-top: 0.45rem; }
figure { margin: 0.3rem 0; }
img { display: block; max-width: 100%; height: auto; }
pre { overflow-x: auto; padding: 0.8rem 1rem; background: #f4f7fa; font-size: 0.82rem; white-space: pre-wrap; overflow-wrap: anywhere; }
summary { cursor: pointer; }
@media screen and (max-width: 40rem) {
  main { padding: 1.6rem 1rem 3rem; }
  th, td { padding-right: 0.7rem; }
  tr > :first-child { position: sticky; left: 0; min-width: 5.5rem; max-width: 7.5rem; background: ${ink.page}; }
  .notes tr > :first-child { position: static; }
  .stroke { display: none; }
  img { max-width: none; }
}
@page { margin: 16mm 15mm; }
@media print {
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  nav, details { display: none; }
  h2, h3 { break-after: avoid; }
  figure, tr, .finding { break-inside: avoid; }
  img { max-height: 115mm; }
  .wide { overflow: visible; }
  table { font-size: 8pt; }
  th, td { padding-right: 0.4rem; white-space: normal; overflow-wrap: anywhere; }
  thead th { font-size: 7.5pt; overflow-wrap: normal; }
  thead:has(> tr > :nth-child(11)) th { overflow-wrap: anywhere; }
  tr > :first-child { min-width: 5rem; }
  .stroke svg { width: 110px; height: auto; }
  a { color: inherit; text-decoration: none; }
}
`;

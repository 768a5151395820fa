import type { EditKind } from './types';

/** How each edit is written: the hint where nothing better can be guessed. */
export const usage: { readonly [Kind in EditKind]: string } = {
  insert: 'insert({ id: "greeting", duration: "1 min" }, { before: "doctor" })',
  remove: 'remove("form")',
  move: 'move("thanks", { to: "end" })',
  swap: 'swap("pay", "thanks")',
  reorder: 'reorder(["register", "doctor", "pay"])',
  merge: 'merge(["register", "triage"], { id: "welcome" })',
  split: 'split("doctor", [{ id: "talk", share: 0.4 }, { id: "exam", share: 0.6 }])',
  replace: 'replace("desk", { id: "kiosk", duration: "2 min" })',
  update: 'update("doctor", { affect: 3, without: ["failure"] })',
  addChoice: 'addChoice("doctor", [{ id: "video", duration: "10 min" }])',
  removeChoice: 'removeChoice("doctor", "video")',
  scaleDuration: 'scaleDuration("queue", 0.8)',
  occupyWait: 'occupyWait("queue", 0.8)',
  explainWait: 'explainWait("queue")',
  informWait: 'informWait("queue")',
  showProgress: 'showProgress({ pace: "fast-to-slow", endowed: 0.1 })',
  preventFailure: 'preventFailure("pay", { probability: 0.05 })',
  improveRecovery: 'improveRecovery("pay", { probability: 0.9, affect: 4 })',
  changeChannel: 'changeChannel("register", "app")',
};

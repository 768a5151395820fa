export { emotionRibbon } from './ribbon/emotion-ribbon';
export type { RibbonOptions } from './ribbon/options';
export type { EmotionRibbonInput, EmotionRibbonStep } from './ribbon/ribbon-input';
export type { Picture } from './ribbon/picture';
export type { Theme } from './ribbon/palette';

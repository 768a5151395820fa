import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

export const chromiumPath: string | undefined;
export interface Launched {
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}
export function launch(): Promise<Launched>;
export function answered(page: Page): Promise<void>;

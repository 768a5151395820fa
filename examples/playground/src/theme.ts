export type Theme = 'light' | 'dark';

const key = 'peakend-playground-theme';

/** What was chosen here before; pages from files may be denied a store. */
function chosen(): Theme | undefined {
  try {
    const stored = localStorage.getItem(key);
    return stored === 'light' || stored === 'dark' ? stored : undefined;
  } catch {
    return undefined;
  }
}

const system = matchMedia('(prefers-color-scheme: dark)');

/** The theme in use: chosen, or that of the system. */
export function theme(): Theme {
  const { theme: set } = document.documentElement.dataset;
  return set === 'light' || set === 'dark' ? set : system.matches ? 'dark' : 'light';
}

export function startTheme(onChange: () => void): void {
  const before = chosen();
  if (before !== undefined) document.documentElement.dataset['theme'] = before;
  system.addEventListener('change', onChange);
}

export function toggleTheme(): Theme {
  const next = theme() === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset['theme'] = next;
  try {
    localStorage.setItem(key, next);
  } catch {
    // It holds until the page is closed.
  }
  return next;
}

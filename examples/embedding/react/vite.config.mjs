// The library needs no setting: it is found by its package name and bundled like any other. `base` lets the page lie in any folder.
export default { base: './' };

/** Packs the build as a release would be, and installs the tarball, without a network, into an empty project in a folder. Returns the tarball. */
export function installPacked(folder: string): string;

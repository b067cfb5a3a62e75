/** Leaves a file with the person's other downloads. */
export const save = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  // The browser has taken it over by then, whatever its size.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

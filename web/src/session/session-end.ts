let isMarked = false;

/** That the last session ended by itself: nobody signed out. Apart from the store, for the sign-in page to be small. */
export const sessionEnd = {
  is: (): boolean => isMarked,
  set(next: boolean): void {
    isMarked = next;
  },
};

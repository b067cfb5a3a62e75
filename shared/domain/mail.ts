/** Port: mail that is no subscription, such as receipts and decisions to applicants. */
export interface Mail {
  send(message: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void>;
}

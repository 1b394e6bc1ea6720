/** For password managers: whose password it is. Neither shown nor sent. */
export const AccountName = ({ email }: { readonly email: string }) => (
  <input type="text" autocomplete="username" value={email} hidden readOnly />
);

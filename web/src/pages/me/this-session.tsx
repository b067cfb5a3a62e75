import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "../../components/button.tsx";
import { momentOf } from "../../i18n/format.ts";
import { endOf } from "../../session/lifetime.ts";
import { useSession } from "../../session/me.ts";
import { leave } from "../../session/sign-out.ts";

const instant = (time: number): string => new Date(time).toISOString();

/** Since when and until when the person is signed in here. */
export const ThisSession = () => {
  const { i18n } = useLingui();
  const session = useSession();
  if (session === undefined) return null;
  return (
    <section className="panel measured" aria-labelledby="me-session">
      <h2 id="me-session">
        <Trans>This session</Trans>
      </h2>
      <dl className="facts">
        <dt>
          <Trans>Signed in</Trans>
        </dt>
        <dd>{momentOf(instant(session.begunAt), i18n.locale)}</dd>
        <dt>
          <Trans>Ends</Trans>
        </dt>
        <dd>{momentOf(instant(endOf(session)), i18n.locale)}</dd>
      </dl>
      <p className="prose">
        <Trans>
          A session ends twelve hours after the sign-in, whatever is done in it; you are told a quarter of an
          hour before. Closing the tab ends it, too. A lost authenticator is reset by a contact point of your
          administration.
        </Trans>
      </p>
      <div className="actions">
        <Button look="secondary" onClick={() => void leave()}>
          <Trans>Sign out</Trans>
        </Button>
      </div>
    </section>
  );
};

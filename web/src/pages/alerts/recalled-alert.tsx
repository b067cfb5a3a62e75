import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { RecallView, ReceiptLine } from "../../../../shared/contract/alert-recall.ts";
import { alerts } from "../../../../shared/contract/alerts.ts";
import { keyOf, queryOf, useChange } from "../../api/queries.ts";
import { Asked } from "../../components/asked.tsx";
import { Button } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { Failure } from "../../components/failure.tsx";
import { Moment } from "../../components/moment.tsx";
import { Notice } from "../../components/notice.tsx";
import { Page } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { useMay, useMe } from "../../session/me.ts";
import { ReasonField, useReason } from "./reason-field.tsx";

const useRemains = (id: string) =>
  useQuery({ ...queryOf(alerts.recallState, { params: { id } }), refetchInterval: 30_000 });

/** What is left of an alert that was recalled: which it was, why it is gone, and who has dropped it. */
export const RecalledAlert = ({ id }: { readonly id: string }) => {
  const { t } = useLingui();
  const reference = useRemains(id).data?.data.reference;
  return (
    <Page
      title={reference === undefined ? t`Recalled alert` : t`${reference} was recalled`}
      className="alert"
    >
      <Remains id={id} />
    </Page>
  );
};

/** The same for a page with another heading. */
export const Remains = ({ id }: { readonly id: string }) => (
  <Asked query={useRemains(id)} lines={8}>
    {({ data }) => <Tombstone view={data} />}
  </Asked>
);

const Tombstone = ({ view }: { readonly view: RecallView }) => {
  const nameOf = useAdministrationName();
  const { administration, user } = useMe();
  const { recalled, reference, receipts = [] } = view;
  if (recalled === undefined) return null;
  const isAuthor = view.administration === administration.code;
  const by = nameOf(recalled.administration);
  const author = view.administration && nameOf(view.administration);
  const own = receipts.find((line) => line.administration === administration.code);
  return (
    <>
      <p className="alert-row-marks">
        <span className="with-copy">
          <code>{reference}</code>
          <CopyButton text={reference} of={reference} />
        </span>
        {author && (
          <span>
            <Trans>from {author}</Trans>
          </span>
        )}
      </p>
      <Notice
        kind="bad"
        title={
          isAuthor ? (
            <Trans>Nobody can read it any more</Trans>
          ) : (
            <Trans>Drop it: do not act on it any more</Trans>
          )
        }
      >
        <p className="written">{recalled.reason}</p>
        <p className="quiet">
          <Trans>
            Recalled by {by} <Moment at={recalled.at} />
          </Trans>
        </p>
      </Notice>
      {own && !isAuthor && <Receipt id={view.id} line={own} />}
      {(isAuthor || user.roles.includes("operator")) && <Receipts lines={receipts} />}
    </>
  );
};

/** What is to be done: delete every copy, and say so. */
const Receipt = ({ id, line }: { readonly id: string; readonly line: ReceiptLine }) => {
  const { t } = useLingui();
  const client = useQueryClient();
  const mayConfirm = useMay("alerts.confirm-recall");
  const confirm = useChange(alerts.confirmRecall);
  const note = useReason({ isRequired: false });
  if (line.people !== undefined)
    return (
      <Notice kind="good" title={<Trans>Your administration confirmed that it dropped it</Trans>}>
        {line.people.note && <p className="written">{line.people.note}</p>}
        <p className="quiet">
          <Moment at={line.people.at} />
        </p>
      </Notice>
    );
  return (
    <section className="panel todo" data-open aria-labelledby="todo">
      <h2 id="todo">
        <Trans>To confirm</Trans>
      </h2>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const taken = note.take();
          if (taken === undefined) return;
          const { reason } = taken;
          confirm.mutate(
            { params: { id }, body: reason === undefined ? {} : { note: reason } },
            {
              onSuccess: () => {
                void client.invalidateQueries({ queryKey: keyOf(alerts.recallState) });
                void client.invalidateQueries({ queryKey: keyOf(alerts.list) });
              },
            },
          );
        }}
      >
        {confirm.error && <Failure error={confirm.error} />}
        <p>
          <Trans>
            Delete what was printed, saved, forwarded or entered into other systems; then confirm it for your
            administration. Its author and the secretariat see that you did.
          </Trans>
        </p>
        <ReasonField
          label={t`Note (optional)`}
          help={t`For instance, to whom it had been forwarded.`}
          field={note.field}
        />
        <div className="actions">
          <Button
            type="submit"
            busy={confirm.isPending}
            {...(mayConfirm
              ? {}
              : {
                  refused: t`A contact point, a releaser or a duty officer of your administration confirms it.`,
                })}
          >
            <Trans>Confirm that it was dropped</Trans>
          </Button>
        </div>
      </form>
    </section>
  );
};

const Receipts = ({ lines }: { readonly lines: readonly ReceiptLine[] }) => {
  const { t } = useLingui();
  const nameOf = useAdministrationName();
  const confirmed = lines.filter(({ people }) => people !== undefined).length;
  return (
    <section className="section" aria-labelledby="receipts">
      <div className="section-head">
        <h2 id="receipts">
          <Trans>Who dropped it</Trans>
        </h2>
        <p className="quiet">
          <Plural
            value={lines.length}
            one={`${confirmed} of # administration confirmed`}
            other={`${confirmed} of # administrations confirmed`}
          />
        </p>
      </div>
      <Table
        label={t`Table of the confirmations`}
        columns={[t`Administration`, t`Confirmed`, t`Its own systems`]}
      >
        {lines.map(({ administration, people, system }) => (
          <tr key={administration}>
            <th scope="row">{nameOf(administration)}</th>
            <td>
              {people ? <Moment at={people.at} /> : <Trans>not yet</Trans>}
              {people?.note && <p className="written">{people.note}</p>}
            </td>
            <td>{system ? <Moment at={system.at} /> : "–"}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
};

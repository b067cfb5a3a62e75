import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import * as z from "zod/mini";
import { users } from "../../../../shared/contract/users.ts";
import { readPeople } from "../../../../shared/domain/people-import.ts";
import { mayGive } from "../../../../shared/domain/permissions.ts";
import { assignableRoles } from "../../../../shared/domain/user.ts";
import { usePages } from "../../api/pages.ts";
import { keyOf } from "../../api/queries.ts";
import { BackLink } from "../../components/back-link.tsx";
import { Button } from "../../components/button.tsx";
import { TextArea } from "../../components/field.tsx";
import { Page } from "../../components/page.tsx";
import { paths } from "../../path-builder.ts";
import { useKept } from "../../session/kept.ts";
import { useMe } from "../../session/me.ts";
import { save } from "../audit/save.ts";
import { useWork } from "../audit/use-work.ts";
import { ImportOutcome } from "./import-outcome.tsx";
import { ImportPreview } from "./import-preview.tsx";
import { type Imported, importPeople, nothingImported, peopleImport, template } from "./importing.ts";

const KEPT = "people-import";

/** Many people invited at once: a file or what was copied from a spreadsheet, looked through before anything is sent. */
export const ImportPage = () => {
  const { t } = useLingui();
  const me = useMe();
  const client = useQueryClient();
  const work = useWork(peopleImport, me.user.id);
  const [csv, setCsv] = useKept(KEPT, z.string(), () => "");
  const { rows: people } = usePages(users.list, { query: { limit: 100 } });

  const file = useMemo(() => {
    const { kind } = me.administration;
    const holder = { roles: me.user.roles, scopes: [], administrationKind: kind };
    const existing = assignableRoles(kind);
    return csv.trim() === ""
      ? undefined
      : readPeople(csv, (role) => existing.includes(role) && mayGive(holder, role));
  }, [csv, me]);
  const known = new Set(people.data?.map(({ email }) => email));
  const rows = file === undefined || "refusal" in file ? [] : file.rows;
  const good = rows.filter(({ errors, email }) => errors.length === 0 && !known.has(email));
  const errors = file !== undefined && "refusal" in file ? [{ pointer: "/csv", detail: file.refusal }] : [];

  const goOn = async (from: Imported) => {
    await importPeople(me.user.id, from);
    await client.invalidateQueries({ queryKey: keyOf(users.list) });
  };

  return (
    <Page
      title={t`Invite many people`}
      above={
        <BackLink href={paths.people()}>
          <Trans>All people</Trans>
        </BackLink>
      }
    >
      {work.state === "none" ? (
        <div className="section">
          <p className="prose">
            <Trans>
              One row a person, with the columns name, email and roles; several roles are separated by spaces.
              Each has an e-mail with a password that is good for seven days.
            </Trans>
          </p>
          <div className="actions">
            <Button look="secondary" onClick={() => save(template(), "people.csv")}>
              <Trans>Download a template</Trans>
            </Button>
          </div>
          <div className="field">
            <label htmlFor="import-file" className="field-label">
              <Trans>Choose a CSV file</Trans>
            </label>
            <input
              id="import-file"
              type="file"
              className="input"
              accept=".csv,.txt,text/csv,text/plain"
              onChange={(event) => void event.target.files?.[0]?.text().then(setCsv)}
            />
          </div>
          <TextArea
            pointer="/csv"
            label={t`Or paste the rows here`}
            help={t`The first row names the columns, as in the template.`}
            errors={errors}
            value={csv}
            onChange={setCsv}
            rows={8}
            spellCheck={false}
          />
          {rows.length > 0 && (
            <>
              <ImportPreview rows={rows} known={known} />
              <div className="actions">
                <Button
                  refused={good.length === 0 ? t`No row can be invited as it is.` : undefined}
                  onClick={() => void goOn(nothingImported(good))}
                >
                  <Plural value={good.length} one="Invite # person" other="Invite # people" />
                </Button>
              </div>
            </>
          )}
        </div>
      ) : (
        <ImportOutcome
          work={work}
          left={rows.filter(({ errors }) => errors.length > 0).length}
          onGoOn={(done) => void goOn(done)}
          onCorrect={() => peopleImport.forget()}
          onAnother={() => {
            setCsv("");
            peopleImport.forget();
          }}
        />
      )}
    </Page>
  );
};

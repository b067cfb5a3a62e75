import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type GroupView, groups } from "../../../../shared/contract/groups.ts";
import { AdministrationCode } from "../../../../shared/domain/identifiers.ts";
import { call } from "../../api/api.ts";
import { useMemberChoices } from "../../components/administration-choices.ts";
import { Button } from "../../components/button.tsx";
import { CodeCombobox } from "../../components/code-combobox.tsx";
import { searchOptions } from "../../components/code-search.ts";
import { Failure } from "../../components/failure.tsx";
import { Notice } from "../../components/notice.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { useGroupRenewal } from "./use-group-change.ts";
import { useRefusals } from "./use-refusals.ts";

/** Admits an administration, chosen by its name or typed as its code. */
export const Admission = ({ group }: { readonly group: GroupView }) => {
  const { t } = useLingui();
  const nameOf = useAdministrationName();
  const choices = useMemberChoices();
  const renew = useGroupRenewal();
  const refusals = useRefusals(group);
  const [typed, setTyped] = useState("");
  const [attempt, setAttempt] = useState(0);
  // A name that is written out and not chosen in the list is meant as well.
  const named = choices.find(({ name }) => name.toLowerCase() === typed.trim().toLowerCase());
  const code = named?.code ?? typed.trim().toUpperCase();
  const admit = useMutation({
    mutationFn: async () => {
      const params = { id: group.id, code };
      // Whoever was in the group before is admitted again against the membership that ended.
      const wasInside = group.past?.some((member) => member.code === code) ?? false;
      const ifMatch = wasInside ? (await call(groups.member, { params })).etag : undefined;
      return call(groups.admit, { params, ifMatch });
    },
    onSuccess: async () => {
      await renew();
      setTyped("");
      setAttempt(0);
    },
  });
  const inside = new Set(group.members.map((member) => member.code));
  const others = choices.filter((choice) => !inside.has(choice.code));
  const wrong =
    attempt === 0 || AdministrationCode.safeParse(code).success
      ? []
      : [{ pointer: "/code", detail: "An administration is named by its ISO 3166-1 code, such as FR." }];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (refusals.admit === undefined && AdministrationCode.safeParse(code).success && !admit.isPending)
      admit.mutate();
  };
  const admitted = admit.data?.data.code;
  return (
    <section className="panel measured" aria-labelledby="admission">
      <h2 id="admission">
        <Trans>Admit an administration</Trans>
      </h2>
      <form className="form" onSubmit={submit} noValidate>
        {admit.error && <Failure error={admit.error} />}
        {admitted !== undefined && typed === "" && inside.has(admitted) && (
          <Notice kind="good" live title={<Trans>{nameOf(admitted)} is in the group now.</Trans>} />
        )}
        <CodeCombobox
          pointer="/code"
          label={t`Administration`}
          help={
            group.history === "all"
              ? t`It will read everything that was released to the whole group before, too. A regional office or a partner is named by its code, such as RILO-WE.`
              : t`It will read what is released from now on. A regional office or a partner is named by its code, such as RILO-WE.`
          }
          errors={wrong}
          value={typed}
          onChange={setTyped}
          search={(text) => searchOptions(others, text, 200)}
          nameOf={(each) => choices.find((choice) => choice.code === each)?.name}
          takesText
        />
        <div className="actions">
          <Button type="submit" busy={admit.isPending} refused={refusals.admit}>
            <Trans>Admit</Trans>
          </Button>
        </div>
      </form>
    </section>
  );
};

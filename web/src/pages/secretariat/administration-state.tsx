import { useLingui } from "@lingui/react";
import type { AdministrationState } from "../../../../shared/domain/administration.ts";
import { State } from "../../components/state.tsx";
import { administrationLabels, administrationTones } from "./labels.ts";

export const AdministrationStateMark = ({ state }: { readonly state: AdministrationState }) => {
  const { i18n } = useLingui();
  return <State tone={administrationTones[state]}>{i18n.t(administrationLabels[state])}</State>;
};

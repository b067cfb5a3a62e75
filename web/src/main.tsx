import "./styles/main.css";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { activate, preferredLanguage } from "./i18n/activate.ts";

const place = document.getElementById("console");
if (place === null) throw new Error("index.html has no place for the console.");

await activate(preferredLanguage());

createRoot(place).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <App />
    </I18nProvider>
  </StrictMode>,
);

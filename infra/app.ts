import { App, Validations } from "aws-cdk-lib";
import { addExchange } from "./exchange.ts";
import { rulePacks } from "./rule-packs.ts";
import { readSettings } from "./settings.ts";

const app = new App();
addExchange(app, readSettings(app.node));
Validations.of(app).addPlugins(...rulePacks(app));

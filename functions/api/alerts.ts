import { alerts } from "../../shared/contract/alerts.ts";
import { clock, newId, randomBytes, recordStoreWithParties } from "../runtime/dependencies.ts";
import { serve } from "../runtime/serve.ts";
import { acknowledging } from "./alerts/acknowledging.ts";
import { askingAboutParties } from "./alerts/asking-about-parties.ts";
import { decidingAboutParties } from "./alerts/deciding-about-parties.ts";
import { disclosing } from "./alerts/disclosing.ts";
import { drafting } from "./alerts/drafting.ts";
import { listingFollowUpTasks } from "./alerts/follow-up-tasks.ts";
import { followingUp } from "./alerts/following-up.ts";
import { holdingParties } from "./alerts/holding-parties.ts";
import { keepingParties } from "./alerts/keeping-parties.ts";
import { listing } from "./alerts/listing.ts";
import { reading } from "./alerts/reading.ts";
import { recalling } from "./alerts/recalling.ts";
import { releasing } from "./alerts/releasing.ts";
import { replying } from "./alerts/replying.ts";
import { reviewing } from "./alerts/reviewing.ts";
import { revising } from "./alerts/revising.ts";
import { suggesting } from "./alerts/suggesting.ts";
import { versions } from "./alerts/versions.ts";

const store = recordStoreWithParties();

export const handler = serve(
  alerts,
  {
    ...drafting({ store }),
    ...releasing({ store, randomBytes }),
    ...reviewing({ store }),
    ...revising({ store }),
    ...versions({ store }),
    ...recalling({ store }),
    ...listing({ store }),
    ...reading({ store }),
    ...acknowledging({ store }),
    ...keepingParties({ store }),
    ...askingAboutParties({ store }),
    ...decidingAboutParties({ store }),
    ...holdingParties({ store }),
    ...disclosing({ store }),
    ...suggesting({ store }),
    ...followingUp({ store }),
    ...replying({ store }),
    ...listingFollowUpTasks({ store }),
  },
  { store, clock, newId },
);

"""Runs MiniStack so that it ends by itself, saving its state, when whoever started it is gone."""

import json
import os
import signal
import threading

from ministack import app
from ministack.core import iam_actions
from ministack.services import lambda_svc, tagging


def end_with_parent():
    # Empty when the parent's end of the pipe is closed, however the parent ended. Unbuffered: a lock on sys.stdin would
    # still be held when the interpreter ends.
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


threading.Thread(target=end_with_parent, daemon=True).start()

# Started as root it would take port 443 too. Nothing here needs that, and it is not ours to take.
app._port_is_bindable = lambda host, port: False

# It keeps the tags of user pools, but does not ask for them where a policy's condition does.
tagging._RESOURCE_TAG_COLLECTORS["cognito-idp"] = tagging._collect_cognito

# AWS checks a mail against the identity that sends it; the emulator against every resource.
of_path = iam_actions._ses_v2_resource_arn


def of_sender(method, path, body, region, account_id):
    if path.rstrip("/") != "/v2/email/outbound-emails":
        return of_path(method, path, body, region, account_id)
    return f"arn:aws:ses:{region}:{account_id}:identity/{json.loads(body)['FromEmailAddress']}"


iam_actions._ses_v2_resource_arn = of_sender

# It keeps how far functions have read the table's stream, and not the stream itself, which begins anew: they would wait until as
# many records came as before.
lambda_svc._restore_esm_positions = lambda store, positions: None

try:
    app.main()
finally:
    # Its Lambdas; this process leads a group of its own.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.killpg(0, signal.SIGTERM)

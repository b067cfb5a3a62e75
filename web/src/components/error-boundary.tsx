import { Trans } from "@lingui/react/macro";
import { Component, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/**
 * Keeps what is around a page when the page fails: its code did not arrive since the line is down or a newer console took
 * its place, or it has a fault. Loading it anew helps in the first two cases, and what was written is kept.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Notice kind="bad" live title={<Trans>This page could not be shown</Trans>}>
        <p>
          <Trans>Nothing you wrote here is lost. Check the connection, then try again.</Trans>
        </p>
        <Button look="secondary" onClick={() => location.reload()}>
          <Trans>Try again</Trans>
        </Button>
      </Notice>
    );
  }
}

import { Component, type ReactNode } from 'react';
import { ProblemAlert } from './problem-alert';

interface State {
  readonly error: unknown;
}

/** When a page throws an error, the frame stays, and the page says what to do. */
export class PageBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return <ProblemAlert error={this.state.error} retry={() => this.setState({ error: undefined })} />;
  }
}

// A fault in one pane stays in that pane.
import { Component, type ReactNode } from 'react'
import { Button } from '../interface/button.tsx'

interface PaneBoundaryProps {
  name: string
  children: ReactNode
}

/** Shows, in place of a pane that failed, what was kept and how to go on. */
export class PaneBoundary extends Component<PaneBoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override componentDidCatch(thrown: unknown): void {
    console.error(thrown)
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <div className="empty" role="alert">
        <p>The {this.props.name} could not be shown. Everything saved is kept.</p>
        <Button look="outlined" onClick={() => this.setState({ failed: false })}>
          Try again
        </Button>
      </div>
    )
  }
}

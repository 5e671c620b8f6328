import { Component, type ReactNode } from 'react'

interface Props {
  readonly words: string
  readonly children: ReactNode
}

/** Says so where a page could not be fetched or drawn, instead of leaving nothing. */
export class Failing extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    return this.state.hasFailed ? (
      <p className="nothing" role="alert">
        {this.props.words}
      </p>
    ) : (
      this.props.children
    )
  }
}

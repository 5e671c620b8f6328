import { Component, type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { useWords } from './context.ts'

interface Props {
  readonly words: string
  readonly retry: string
  /** Told when something could not be fetched or drawn. */
  readonly onFail?: () => void
  /** Asked again at every try. */
  readonly children: () => ReactNode
}

/** Says so where a part could not be fetched or drawn, instead of leaving nothing, and tries again when asked. */
export class Failing extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override componentDidCatch() {
    this.props.onFail?.()
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children()
    return (
      <p className="nothing" role="alert">
        {this.props.words}{' '}
        <button type="button" onClick={() => this.setState({ hasFailed: false })}>
          {this.props.retry}
        </button>
      </p>
    )
  }
}

/** A part that is fetched when it is shown; what failed is fetched anew the next time, and takes nothing else down. */
export function fetched<P extends object>(
  fetch: () => Promise<{ default: ComponentType<P> }>,
): (props: P) => ReactNode {
  let Part = lazy(fetch)
  return function Fetched(props: P) {
    const words = useWords()
    return (
      <Failing
        words={words.loadFailed}
        retry={words.retry}
        onFail={() => {
          Part = lazy(fetch)
        }}
      >
        {() => {
          const Shown = Part as unknown as ComponentType<P>
          return (
            <Suspense fallback={<p className="nothing">{words.loading}</p>}>
              <Shown {...props} />
            </Suspense>
          )
        }}
      </Failing>
    )
  }
}

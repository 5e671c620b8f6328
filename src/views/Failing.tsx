import { Component, type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { isPartMissing } from '../load/partMissing.ts'
import { useWords } from './context.ts'
import { Unfetched } from './Unfetched.tsx'

interface Props {
  /** Told when something could not be fetched or drawn. */
  readonly onFail?: () => void
  /** Asked again at every try. */
  readonly children: () => ReactNode
}

/** Says so where a part could not be fetched or drawn, instead of leaving nothing, and tries again when asked. */
export class Failing extends Component<Props, State> {
  override state: State = { failure: 'none' }

  static getDerivedStateFromError(error: unknown): State {
    return { failure: isPartMissing(error) ? 'missing' : 'ours' }
  }

  override componentDidCatch() {
    this.props.onFail?.()
  }

  override render() {
    const { failure } = this.state
    if (failure === 'none') return this.props.children()
    return <Failed failure={failure} retry={() => this.setState({ failure: 'none' })} />
  }
}

/** Whether all is well, a part could not be fetched, or the program is wrong. */
interface State {
  readonly failure: 'none' | 'missing' | 'ours'
}

function Failed({ failure, retry }: { readonly failure: 'missing' | 'ours'; readonly retry: () => void }) {
  const words = useWords()
  return (
    <p className="nothing" role="alert">
      {failure === 'ours' ? (
        <>
          {words.drawFailed}{' '}
          <button type="button" className="quiet-button" onClick={retry}>
            {words.retry}
          </button>
        </>
      ) : (
        <Unfetched retry={retry} />
      )}
    </p>
  )
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

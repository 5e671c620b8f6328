import { RULES } from '../checks/rules/registry.ts'
import { STATUSES } from '../model/status.ts'
import { methodZh } from '../text/methodZh.ts'
import { useWords } from './context.ts'
import { fetched } from './Failing.tsx'
import { Gravity } from './Gravity.tsx'
import { asked } from './later.ts'
import './styles/method.css'

const InEnglish = fetched(asked.methodEn)

/** 方法: how figures are read and checked, in plain words, with the limits. */
export function MethodView() {
  // The longest text there is: the other language's comes when it is asked for.
  return useWords().lang === 'en' ? <InEnglish /> : <Method method={methodZh} />
}

export function Method({ method }: { readonly method: typeof methodZh }) {
  const words = useWords()
  return (
    <div className="method">
      <h1 tabIndex={-1}>{method.title}</h1>
      {method.sections.map((section) => (
        <section key={section.title}>
          <h2>{section.title}</h2>
          {section.body.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
      <section>
        <h2>{method.statusTitle}</h2>
        <dl>
          {STATUSES.map((status) => (
            <div key={status}>
              <dt className={`status status-${status}`}>{words.status[status]}</dt>
              <dd>{words.statusAbout[status]}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{method.rulesTitle}</h2>
        <p>{method.rulesAbout}</p>
        <dl>
          {RULES.map(({ id, severity }) => (
            <div key={id}>
              <dt>
                <Gravity rule={id} severity={severity} /> {words.rules[id].title}
              </dt>
              <dd>
                {method.ofRules[id]} <code>{id}</code>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}

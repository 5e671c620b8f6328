import { RULES } from '../checks/rules/registry.ts'
import { STATUSES } from '../model/status.ts'
import { methodEn } from '../text/methodEn.ts'
import { methodZh } from '../text/methodZh.ts'
import { useWords } from './context.ts'
import { Gravity } from './Gravity.tsx'

/** 方法: how figures are read and checked, in plain words, with the limits. */
export function MethodView() {
  const words = useWords()
  const method = words.lang === 'en' ? methodEn : methodZh
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

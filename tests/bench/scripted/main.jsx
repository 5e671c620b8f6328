import ReactEChartsCore from 'echarts-for-react/esm/core'
import { useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import csv from '../../../data/nanyang-2023.csv?raw'
import { COLUMNS, contentOf } from '../content.mjs'
import '../style.css'
import { chartOption, echarts, LINE } from './chart.js'

const content = contentOf(csv)

/** The benchmark waits for it: the chart is drawn, and the table and its filters came before. */
const alive = () => performance.mark('alive')

function Page() {
  const [chosen, choose] = useState()
  const projects = useMemo(
    () =>
      chosen ? content.projects.filter((project) => project[chosen.kind] === chosen.key) : content.projects,
    [chosen],
  )
  const option = useMemo(() => chartOption(projects), [projects])
  return (
    <>
      <h1>{content.title}</h1>
      <p>{content.headline}</p>
      <ul className="groups">
        {content.groups.map((group) => (
          <li key={group.key}>
            <button
              type="button"
              aria-pressed={group === chosen}
              onClick={() => choose(group === chosen ? undefined : group)}
            >
              {group.key} {group.total}
            </button>
          </li>
        ))}
      </ul>
      <h2>{content.chartTitle}</h2>
      <ReactEChartsCore
        className="chart"
        echarts={echarts}
        option={option}
        notMerge
        style={{ height: 30 + LINE * projects.length }}
        onChartReady={alive}
      />
      <p>
        <small>{content.source}</small>
      </p>
      <Table projects={projects} />
    </>
  )
}

function Table({ projects }) {
  return (
    <table>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column}>{column}</th>
          ))}
        </tr>
      </thead>
      {projects.map((project) => (
        <tbody key={project.no}>
          <tr>
            <th colSpan={COLUMNS.length}>
              {project.no} {project.name}{' '}
              <small>
                {project.level} · {project.domain}
              </small>
            </th>
          </tr>
          {project.indicators.map((indicator) => (
            <tr key={indicator.name} className="indicator">
              <td>{indicator.name}</td>
              <td>{indicator.actual}</td>
              <td>{indicator.target}</td>
              <td>{indicator.stated}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

createRoot(document.getElementById('root')).render(<Page />)

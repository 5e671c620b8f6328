/** What other documents say: words that come with 项目 and 核验. */
export const relatedZh = {
  title: '其他文件中的相关数据',
  about: (n: number, documents: number) =>
    `${documents} 份文件里与这件实事有关的数字 ${n} 条，照录原文；它们不是这件实事的完成情况。`,
  count: (n: number) => `${n} 条`,
  loading: '正在取其他文件中的数据…',
  failed: '其他文件中的数据没有取到，换一页再回来会再取一次。',
  same: {
    agree: (day: string, figure: string) => `${day} 的文件也是 ${figure}，一致。`,
    rose: (day: string, figure: string) => `${day} 的文件是 ${figure}，此后增加：日期不同，可以都对。`,
    fell: (day: string, figure: string) =>
      `${day} 的文件是 ${figure}，此后减少：除非确实减少过，否则不可能都对。`,
    conflict: (day: string, figure: string) => `同一日期（${day}）的另一份文件是 ${figure}：不可能都对。`,
  },
  listed: (day: string, indicator: string, figure: string) => `本清单（${day}）${indicator} ${figure}`,
  part: {
    fits: (listed: string, whole: string, share: string) =>
      `${listed}，若包括在${whole}之内，占 ${share}：可以都对。`,
    more: (listed: string, whole: string) =>
      `${listed}，比${whole}还多：日期不同，除非其间变动过，否则不可能都对。`,
    conflict: (listed: string, whole: string) => `${listed}，比${whole}还多：不可能都对。`,
  },
  impliedWhole: (range: string) => `推算的总数 ${range}`,
  both: '几份文件说同一件事',
  bothAbout: (n: number) =>
    `其他文件与本清单、其他文件之间，有 ${n} 处说的是同一个量，或一个是另一个的部分：`,
  checkedAbout: (rows: number, held: number, questions: number) =>
    `其他文件的 ${rows} 条也重新算过：可以验算、对得上的 ${held} 处，要问的 ${questions} 处。`,
  columns: {
    asOf: '截至',
    source: '出处',
    topic: '类别',
    indicator: '指标',
    value: '数字',
    share: '占比',
    note: '备注',
    checked: '核验',
    across: '与其他文件对照',
  },
  download: '下载其他文件的全部条目',
}

export type RelatedWords = typeof relatedZh

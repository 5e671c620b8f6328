/** What is said before the year's end, and where nothing tells whether it has come. */
export const paceZh = {
  byFigures: (figure: string, printed: string) => `${figure}（按完成值计算，公布为 ${printed}）`,
  sentence: (p: {
    gone: string
    completion: string
    ofDue: string
    pace: string
    normal: string
    slow: string
  }) =>
    `序时进度：全年已过 ${p.gone}，完成 ${p.completion}，是序时进度的 ${p.ofDue}，${p.pace}（${p.normal} 起为正常，${p.slow} 起为偏慢）`,
  /** Before the counts of a headline. */
  underway: (asOf: string, gone: string) => `截至 ${asOf}（序时进度 ${gone}），`,
  tally: '按层级和领域看，几件跟上进度',
  /** At the rule on the sheet's axis. */
  due: (gone: string) => `序时 ${gone}`,
  lowest: (text: string) => `最低 ${text}`,
  /** Under what a mark of the sheet says, where another lies upon it. */
  alsoHere: (indicator: string) => `同在这里：${indicator}`,
  legend: '序时进度：全年已过的部分',
  /** On a phone, under the headline. */
  askFirst: (indicator: string, rule: string) => `先问：${indicator}（${rule}）`,
  undated: '没有写“截至”，不知道是不是年底的数：低于目标的，不说达没达到。',
  undatedOf: (n: number) => `${n} 项没有写“截至”，不知道是不是年底的数：低于目标的，不说达没达到。`,
}

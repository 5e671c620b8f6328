import type { ColumnKey } from '../model/dataSet.ts'

/** Words for opening one's own files and for what is kept in this browser. */
export const ownZh = {
  opening: {
    title: '打开数据',
    reading: (name: string, at: number, of: number) => `正在读 ${name}（${at}/${of}）`,
    stop: '停下',
    close: '关闭',
    show: (title: string) => `看“${title}”`,
    opened: (name: string, rows: number) => `${name}：${rows} 行，已打开。`,
    problems: (n: number) => `${n} 处读不出或对不上，在“数据”页逐条列着。`,
    leftOut: (n: string) => `标题、表头、合计、注等 ${n} 行没有当作数据，在“数据”页列着。`,
    hidden: (n: string) => `其中 ${n} 行在原表里是隐藏的，也照读了。`,
    dropped: (name: string) => `${name}：没有打开。`,
    failed: (name: string) => `${name}：读到一半出了错，没有打开。`,
    pasted: '粘贴的表格',
  },
  layout: {
    title: (name: string) => `${name}：每一列是什么`,
    why: '列名和规定的不全一样。下面是看板的理解，改好再打开；同样的表头下次不再问。',
    sheet: '工作表',
    records: (n: number) => `${n} 行`,
    column: (name: string) => `“${name}”这一列是`,
    unnamed: (at: number) => `第 ${at} 列`,
    columnName: (_: ColumnKey, name: string) => name,
    carried: '原样带着',
    lacking: '表里没有、每行都一样的',
    lackingHint: { region: '如 南阳市', year: '如 2024', as_of: '如 2024-12-20' },
    undated: '不填“截至”，就不知道是不是年底的数：低于目标的，不说达没达到。',
    skipped: (n: number) => `前 ${n} 行当作标题和表头。`,
    need: '要有“项目”一列，和至少一列数字或声明。',
    wrong: { year: '年度写四位数字，如 2024。', as_of: '截至写 2024-12-20、2024-12 或 2024。' },
    use: '用这张表',
    drop: '不打开',
  },
}

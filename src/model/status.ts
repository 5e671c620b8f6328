/**
 * How a project stands, worst first: 未达 an indicator is below its target; 存疑 an error in one; 达到 every
 * indicator that shows a target or completion reached it; 只有说法 a claim without target or percentage;
 * 无从判断 outputs only.
 */
export const STATUSES = ['missed', 'doubtful', 'reached', 'claimed', 'unknown'] as const
export type Status = (typeof STATUSES)[number]

import { courseEn } from './courseEn.ts'
import { courseZh } from './courseZh.ts'

/** The words of a course by language; fetched with the page of a project. */
export const courseWords = { zh: courseZh, en: courseEn }
export type CourseWords = typeof courseZh

import { methodEn } from '../text/methodEn.ts'
import { Method } from './MethodView.tsx'

export const MethodEn = () => <Method method={methodEn} />

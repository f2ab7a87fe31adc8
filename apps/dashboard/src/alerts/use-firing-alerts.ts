import { useQuery } from '@tanstack/react-query';
import { firingAlertsQuestion } from '../api/alert-questions.js';
import { useAddress } from '../filters/use-filters.js';
import { type AlertScope, alertScope } from './alert-scope.js';

/** What fires now of what the page is about, whatever its window; narrowed to one service or team. */
export function useFiringAlerts(narrowed: AlertScope = {}) {
  return useQuery(firingAlertsQuestion({ ...alertScope(useAddress()), ...narrowed }));
}

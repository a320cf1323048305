// A section of the settings that is led to from elsewhere comes into sight and takes the focus.

import { useApp, type SettingsSection } from '../../shared/app';

export function leadTo(section: SettingsSection, title: () => HTMLElement | undefined): void {
  const app = useApp();
  $effect(() => {
    if (app.route.page !== 'settings' || app.route.section !== section) return;
    title()?.scrollIntoView({ block: 'start' });
    title()?.focus({ preventScroll: true });
  });
}

// How the service is reached, in memory: a proxy is taken as it is typed.

import type { NetworkForm, NetworkView } from '../views';
import { fail } from './program';

export function networkDoors() {
  let view: NetworkView = {
    proxy: 'system',
    address: '',
    user: '',
    has_password: false,
    system: 'http://proxy.andaluza.example:8080',
  };
  return {
    network: () => structuredClone(view),
    saveNetwork: ({ proxy, address, user, password }: NetworkForm) => {
      const needed = proxy === 'address';
      if (needed && !/^https?:\/\/[^\s/]+$/.test(address))
        fail('proxy_invalid', { reason: 'address' });
      const has = password === null ? view.has_password : password !== '';
      view = { ...view, proxy, address, user, has_password: has };
      return structuredClone(view);
    },
  };
}

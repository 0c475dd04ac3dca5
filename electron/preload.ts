import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { callNames, type PushName, pushNames } from '../core/contract/bridge.ts';

/** One named function for each call: the page never sees `ipcRenderer` nor names a channel. */
const calls = Object.fromEntries(callNames.map((call) => [call, (...args: readonly unknown[]) => ipcRenderer.invoke(call, ...args)]));

type Listener = (...args: readonly unknown[]) => void;

/** Pushes wait for the first listener: files from the command line come before the page is up. */
function relay(push: PushName): (listener: Listener) => () => void {
  const listeners = new Set<Listener>();
  const waiting: (readonly unknown[])[] = [];
  ipcRenderer.on(push, (_event, ...args: readonly unknown[]) => {
    if (listeners.size === 0) waiting.push(args);
    for (const listener of listeners) listener(...args);
  });
  return (listener) => {
    listeners.add(listener);
    for (const args of waiting.splice(0)) listener(...args);
    return () => void listeners.delete(listener);
  };
}

contextBridge.exposeInMainWorld('bridge', {
  ...calls,
  ...Object.fromEntries(pushNames.map((push) => [push, relay(push)])),
  registerFile: (file: File) => ipcRenderer.invoke('registerFile', webUtils.getPathForFile(file)),
});

/** A Vitest reporter that tells the process which started Vitest what begins and what ends. */
export default class Progress {
  onTestModuleQueued(module) {
    tell('start', module)
  }

  onTestCaseReady(test) {
    tell('test', test.module, test.fullName)
  }

  onTestCaseResult(test) {
    tell('tested', test.module, test.fullName, test.result().state)
  }

  onTestModuleEnd(module) {
    tell('end', module)
  }
}

function tell(kind, { relativeModuleId: file }, test, state) {
  process.send?.({ kind, file, test, state })
}

extension ProcessorCase {
  static var orders: [ProcessorCase] {
    [
      orders("forward") { SummationOrder.forward(features: 9, units: 37, rows: 7, threads: $0) },
      orders("backward") { threads in
        SummationOrder.backward(units: 24, outputs: 19, rows: 3, threads: threads)
          + SummationOrder.backwardInTime(units: 24, rows: 3, threads: threads)
      },
      orders("weight gradient") { threads in
        let orders = SummationOrder.weightGradient(features: 3, units: 24, steps: 2, rows: 35, threads: threads)
        return orders.inputsAndBias + orders.states
      },
    ]
  }

  private static func orders(
    _ name: String, _ orders: @escaping @Sendable (_ threads: Int) -> [SummationOrder]
  ) -> ProcessorCase {
    ProcessorCase(name: "order of summation: \(name)") { threads in
      var digest = Digest()
      for order in orders(threads) {
        for size in order.sizes { digest.add(UInt32(truncatingIfNeeded: size)) }
      }
      return digest.value
    }
  }
}

extension DigitTemplate {
  /// The ways of writing each digit, from 0 to 9.
  static let all: [[DigitTemplate]] = [zero, one, two, three, four, five, six, seven, eight, nine]

  private static let zero = [
    DigitTemplate(
      weight: 3,
      strokes: [
        [
          at(52, 0), at(28, 12), at(16, 46), at(22, 82), at(48, 100), at(74, 84), at(84, 48), at(74, 12), at(50, 1),
        ]
      ]),
    DigitTemplate(
      weight: 1,
      strokes: [
        [
          at(60, 4), at(34, 8), at(16, 44), at(24, 86), at(50, 100), at(76, 80), at(84, 42), at(66, 6), at(44, 0),
          at(32, 12),
        ]
      ]),
    DigitTemplate(
      weight: 1,
      strokes: [
        [
          at(64, 10), at(40, 4), at(18, 26), at(10, 60), at(28, 94), at(58, 94), at(84, 66), at(86, 28), at(66, 4),
          at(46, 6), at(40, 20),
        ]
      ]),
  ]

  private static let one = [
    DigitTemplate(weight: 6, strokes: [[at(55, 0), at(52, 34), at(48, 66), at(45, 100)]]),
    DigitTemplate(weight: 1.5, strokes: [[at(35, 22), turn(57, 0), at(51, 50), at(45, 100)]]),
    DigitTemplate(
      weight: 0.6,
      strokes: [
        [at(33, 22), turn(57, 0), at(52, 50), at(47, 98)],
        [at(21, 99), at(47, 98), at(73, 98)],
      ]),
  ]

  private static let two = [
    DigitTemplate(
      weight: 2,
      strokes: [
        [
          at(18, 22), at(32, 5), at(54, 0), at(74, 12), at(74, 34), at(56, 62), at(36, 82), turn(14, 98), at(48, 97),
          at(86, 96),
        ]
      ]),
    DigitTemplate(
      weight: 2.5,
      strokes: [
        [
          at(20, 18), at(38, 2), at(62, 3), at(74, 20), at(66, 48), at(46, 76), at(26, 94), at(12, 90), at(22, 76),
          at(42, 82), at(64, 94), at(92, 90),
        ]
      ]),
    DigitTemplate(
      weight: 1,
      strokes: [
        [
          at(16, 14), at(42, 2), at(68, 8), at(74, 28), at(58, 54), at(34, 76), at(22, 92), at(38, 97), at(62, 94),
          at(88, 88),
        ]
      ]),
    DigitTemplate(
      weight: 1.5,
      strokes: [
        [
          at(26, 12), at(48, 0), at(66, 12), at(64, 40), at(48, 72), at(28, 96), at(8, 92), at(6, 74), at(24, 68),
          at(48, 82), at(72, 94), at(98, 84),
        ]
      ]),
  ]

  private static let three = [
    DigitTemplate(
      weight: 3,
      strokes: [
        [
          at(20, 12), at(42, 1), at(68, 7), at(72, 26), at(58, 42), turn(38, 48), at(62, 52), at(80, 70), at(70, 92),
          at(44, 100), at(16, 90),
        ]
      ]),
    DigitTemplate(
      weight: 1.5,
      strokes: [
        [
          at(20, 10), at(44, 1), at(70, 8), at(70, 28), at(50, 46), at(38, 49), at(44, 44), at(66, 52), at(78, 72),
          at(66, 94), at(40, 100), at(14, 92),
        ]
      ]),
    DigitTemplate(
      weight: 0.8,
      strokes: [
        [
          at(18, 5), at(46, 3), turn(76, 2), at(60, 20), turn(42, 40), at(66, 46), at(80, 66), at(70, 90), at(46, 100),
          at(16, 90),
        ]
      ]),
  ]

  private static let four = [
    DigitTemplate(
      weight: 2.5,
      strokes: [
        [at(27, 4), at(21, 30), turn(16, 54), at(46, 54), at(86, 50)],
        [at(77, 2), at(71, 50), at(64, 100)],
      ]),
    DigitTemplate(
      weight: 2.5,
      strokes: [
        [at(27, 2), at(19, 26), at(24, 46), at(46, 50), at(77, 40)],
        [at(83, 0), at(77, 34), at(69, 68), at(63, 100)],
      ]),
    DigitTemplate(
      weight: 1,
      strokes: [
        [at(67, 0), at(39, 30), turn(9, 62), at(47, 63), at(91, 60)],
        [at(69, 2), at(64, 50), at(59, 100)],
      ]),
    DigitTemplate(
      weight: 1,
      strokes: [
        [at(31, 6), at(19, 30), at(20, 48), at(44, 48), at(67, 34), turn(79, 4), at(72, 50), at(63, 100)]
      ]),
  ]

  private static let five = [
    DigitTemplate(
      weight: 2,
      strokes: [
        [
          at(36, 4), at(30, 24), turn(24, 44), at(48, 38), at(74, 50), at(78, 74), at(60, 95), at(36, 100), at(12, 90),
        ],
        [at(36, 4), at(60, 4), at(88, 0)],
      ]),
    DigitTemplate(
      weight: 2,
      strokes: [
        [
          at(86, 2), at(60, 2), turn(36, 4), at(30, 24), turn(26, 42), at(50, 40), at(72, 54), at(72, 80), at(50, 98),
          at(14, 94),
        ]
      ]),
    DigitTemplate(
      weight: 1.5,
      strokes: [
        [
          at(88, 4), at(58, 2), at(36, 12), at(30, 32), at(46, 44), at(66, 58), at(68, 82), at(48, 99), at(24, 96),
          at(10, 84),
        ]
      ]),
  ]

  private static let six = [
    DigitTemplate(
      weight: 3,
      strokes: [
        [
          at(50, 0), at(30, 16), at(18, 44), at(16, 74), at(34, 97), at(58, 98), at(71, 80), at(59, 62), at(37, 62),
          at(21, 80),
        ]
      ]),
    DigitTemplate(
      weight: 2,
      strokes: [
        [
          at(32, 0), at(22, 28), at(18, 58), at(24, 86), at(46, 100), at(67, 92), at(70, 72), at(54, 58), at(35, 64),
          at(23, 82),
        ]
      ]),
    DigitTemplate(
      weight: 1,
      strokes: [
        [
          at(65, 8), at(44, 0), at(25, 18), at(13, 50), at(17, 82), at(42, 100), at(67, 92), at(68, 70), at(46, 56),
          at(25, 62), at(14, 74),
        ]
      ]),
    DigitTemplate(
      weight: 1.5,
      strokes: [
        [
          at(62, 0), at(39, 22), at(21, 50), at(15, 78), at(32, 98), at(55, 94), at(66, 74), at(54, 60), at(36, 70),
          at(27, 92),
        ]
      ]),
  ]

  private static let seven = [
    DigitTemplate(weight: 3, strokes: [[at(10, 8), at(44, 7), turn(77, 4), at(65, 38), at(54, 70), at(49, 100)]]),
    DigitTemplate(
      weight: 2,
      strokes: [[at(10, 14), at(32, 6), at(59, 2), at(74, 12), at(69, 38), at(58, 70), at(51, 100)]]),
    DigitTemplate(
      weight: 1,
      strokes: [
        [at(10, 8), at(44, 6), turn(79, 4), at(65, 38), at(54, 70), at(49, 100)],
        [at(32, 54), at(56, 52), at(80, 50)],
      ]),
    DigitTemplate(
      weight: 1.5,
      strokes: [[at(14, 28), turn(14, 8), at(44, 8), turn(75, 4), at(67, 38), at(60, 70), at(57, 100)]]),
  ]

  private static let eight = [
    DigitTemplate(
      weight: 3,
      strokes: [
        [
          at(74, 10), at(52, 0), at(28, 12), at(30, 34), at(52, 50), at(72, 70), at(66, 94), at(42, 100), at(26, 86),
          at(34, 66), at(56, 46), at(74, 24), at(74, 8),
        ]
      ]),
    DigitTemplate(
      weight: 1,
      strokes: [
        [
          at(50, 48), at(28, 34), at(32, 8), at(54, 0), at(74, 14), at(68, 38), at(48, 50), at(26, 70), at(32, 94),
          at(54, 100), at(76, 86), at(72, 64), at(50, 50),
        ]
      ]),
    DigitTemplate(
      weight: 0.8,
      strokes: [
        [at(52, 2), at(30, 12), at(30, 36), at(50, 48), at(70, 36), at(72, 12), at(50, 2)],
        [at(50, 49), at(26, 62), at(24, 88), at(48, 100), at(74, 88), at(74, 62), at(52, 48)],
      ]),
    DigitTemplate(
      weight: 2.5,
      strokes: [
        [
          at(80, 6), at(56, 2), at(34, 12), at(36, 32), at(56, 52), at(66, 76), at(52, 98), at(32, 94), at(30, 76),
          at(46, 56), at(66, 36), at(82, 10),
        ]
      ]),
    DigitTemplate(
      weight: 1,
      strokes: [
        [
          at(66, 30), at(76, 8), at(54, 0), at(34, 12), at(40, 36), at(58, 58), at(60, 84), at(44, 100), at(30, 88),
          at(40, 64), at(62, 40), at(74, 22),
        ]
      ]),
  ]

  private static let nine = [
    DigitTemplate(
      weight: 3,
      strokes: [
        [
          at(74, 12), at(52, 1), at(28, 14), at(22, 36), at(42, 48), at(64, 36), turn(76, 10), at(73, 52), at(68, 100),
        ]
      ]),
    DigitTemplate(
      weight: 1.5,
      strokes: [
        [
          at(70, 8), at(46, 1), at(24, 18), at(26, 42), at(50, 46), at(70, 26), at(76, 12), at(76, 46), at(70, 84),
          at(48, 100), at(22, 92),
        ]
      ]),
    DigitTemplate(
      weight: 2,
      strokes: [
        [
          at(72, 20), at(58, 2), at(34, 8), at(22, 32), at(36, 48), at(58, 42), at(74, 20), at(70, 44), at(58, 72),
          at(46, 100),
        ]
      ]),
    DigitTemplate(
      weight: 1.5,
      strokes: [
        [
          at(80, 8), at(54, 2), at(28, 16), at(20, 38), at(40, 46), at(64, 32), turn(80, 8), at(68, 40), at(54, 70),
          at(42, 100),
        ]
      ]),
  ]

  private static func at(_ x: Double, _ y: Double) -> Knot { Knot(point: SIMD2(x, y), isCorner: false) }
  private static func turn(_ x: Double, _ y: Double) -> Knot { Knot(point: SIMD2(x, y), isCorner: true) }
}

/** True for scripts that run words together: Thai to Lao, Burmese, Khmer, kana, Han (surrogates of its extensions too). */
export function isUnspaced(unit: number): boolean {
  if (unit < 0x0e00) return false;
  return (
    unit <= 0x0eff ||
    (unit >= 0x1000 && unit <= 0x109f) ||
    (unit >= 0x1780 && unit <= 0x17ff) ||
    (unit >= 0x3040 && unit <= 0x30ff) ||
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xd840 && unit <= 0xdfff) ||
    (unit >= 0xf900 && unit <= 0xfaff)
  );
}

// SPDX-License-Identifier: Apache-2.0
// CVX: US Centers for Disease Control and Prevention, public.

/** Vaccines by target; !live marks a live vaccine that multiplies. */
export const cvx = `
covid19: 207 208 210 211 212 213 217 218 219 221 225 226 227 228 229 230 300 301 302 308 309 310 311 312 313
  334 501 502 504 505 506 507 508 509 510 511 512 513 514 515 516 517 518 519 520 521
covid19!live: 503
haemophilus_b: 17 46 47 48 49 51
hepatitis_a: 52 83 84
hepatitis_a!live: 169
hepatitis_b: 08 104 110 146 189 193 220 42 43 44
hpv: 118 165 62
influenza: 123 126 127 128 135 140 141 144 15 150 153 155 158 16 160 161 166 168 171 185 186 194 197 200 201
  202 205 231 320 321 322 331
influenza!live: 111 125 149 151 333
meningococcal: 103 108 114 136 148 162 163 164 191 192 203 316 32 328
mmr!live: 03 04 05 06 07 38 94
mpox_smallpox: 206 325
mpox_smallpox!live: 105 75
not-a-vaccine: 14 86 87
other: 26 330 69
other!live: 02 116 119 122 143 174 178 179 19 204 25 317 54 55 56 74 80
pneumococcal: 100 109 133 152 177 215 216 327 33
rsv: 303 304 305 314 326
tetanus_diphtheria_pertussis: 01 09 102 106 11 112 113 115 120 130 132 138 142 170 195 198 20 22 28 35 50
varicella!live: 21
yellow_fever!live: 183 184 37
zoster: 187
zoster!live: 121
`;

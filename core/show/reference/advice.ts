import type { Catalogue } from '../../base/message.ts';

/** What a technician does about a finding. Several findings ask for the same. */
export const advice = {
  nothing: {
    en: 'Nothing to do: no number is changed. It is kept so that somebody who looks later knows.',
    ja: '対応は不要です。数値は変わりません。後で確認できるよう記録しています。',
  },
  'compare-reading': {
    en: 'The file left this open. Compare events and one median with the instrument’s own program; where they differ, export the file again and do not report from this one.',
    ja: 'ファイルの記載だけでは決まらない点です。イベント数と中央値の1つを装置付属のソフトウェアと比べ、異なる場合はファイルを書き出し直し、このファイルでは報告しないでください。',
  },
  'fetch-original': {
    en: 'Copy the file from the instrument again. Do not report from this copy before both agree.',
    ja: '装置からファイルをコピーし直してください。一致を確認するまで、このファイルでは報告しないでください。',
  },
  'other-datasets': {
    en: 'Look whether the wanted sample is another data set of the file; each has an entry of its own in the list of samples.',
    ja: '目的の検体がファイル内の別のデータセットにないか確認してください。データセットごとに検体の一覧に並びます。',
  },
  'name-channel': {
    en: 'Name the channel of the marker in the protocol’s panel (or the marker at the instrument, in $PnS), and analyse again.',
    ja: 'プロトコルのパネルでマーカーのチャンネルを指定するか、装置側でマーカー名($PnS)を入力し、解析し直してください。',
  },
  'expect-or-label': {
    en: 'Expected where the panel lacks the marker: the populations that need it are missing, not zero. Otherwise correct the label.',
    ja: 'パネルにないマーカーであれば想定どおりです(必要とする集団は「なし」で、0ではありません)。染色している場合はラベルを訂正してください。',
  },
  'give-matrix': {
    en: 'Give a matrix: from single stains (Edit, Compensation from single stains), from a file, or state in the protocol that values are compensated.',
    ja: '補正行列を用意してください(編集メニューの「単染色から蛍光補正」、または行列のファイル)。補正済みの値であれば、プロトコルにその旨を指定します。',
  },
  'check-matrix': {
    en: 'Open Edit, Compensation, and look at the named pair before and after. Take the matrix of the same day and voltages, or stain single controls again.',
    ja: '編集メニューの「蛍光補正」で、示されたペアの補正前後を確認してください。同じ日・同じ電圧の行列を用いるか、単染色コントロールを測定し直します。',
  },
  'review-gate': {
    en: 'Open the gate and look at its plot. Accept it with your name, or move it and say why.',
    ja: 'ゲートを開いてプロットを確認し、記名して承認するか、理由を記して位置を変更してください。',
  },
  fmo: {
    en: 'Measure an FMO control for this marker and use it (Edit, Use the controls of this run); until then report the range.',
    ja: 'このマーカーのFMOコントロールを測定し、編集メニューから自動ゲートに用いてください。それまでは範囲で報告します。',
  },
  acquisition: {
    en: 'Open the page Quality. Look for bubbles, a clog or an empty tube; measure again if sample is left, or leave the marked part out by the protocol.',
    ja: '「測定品質」のページで、気泡、詰まり、検体の枯渇がないか確認してください。検体が残っていれば再測定し、なければプロトコルの設定で該当部分を除外します。',
  },
  'more-events': {
    en: 'Acquire more events or pool tubes of the same sample. Small shares are reported with their interval.',
    ja: 'イベント数を増やして再測定するか、同じ検体のチューブを結合してください。少ない割合は信頼区間とともに報告します。',
  },
  'set-up-time': {
    en: 'Let the instrument write Time and $TIMESTEP. Until then judge the flow rate at the instrument.',
    ja: '装置の設定でTimeと$TIMESTEPを出力してください。それまで流速は装置の画面で確認します。',
  },
  doublets: {
    en: 'Record area and height (or width) of forward scatter, and dilute or filter the cells. CD3+CD56+ is reported with caution.',
    ja: '前方散乱光の面積と高さ(または幅)を記録し、細胞を希釈またはろ過してください。CD3+CD56+の値は慎重に解釈します。',
  },
  'dead-cells': {
    en: 'Stain with a viability dye, and thaw or wash again where many cells are dead. The limit of your SOP decides whether the sample counts.',
    ja: '生死判定色素で染色してください。死細胞が多い場合は融解や洗浄の手順を見直します。採否は施設のSOPの基準で決めます。',
  },
  voltages: {
    en: 'Look at the axis: lower the voltage where values lie at the top, and compare with the settings of the day before.',
    ja: '軸を確認してください。上端に値が積み重なる場合は電圧を下げ、前日の設定と比べます。',
  },
  'scatter-gate': {
    en: 'Widen the scatter gate by hand where blasts are cut off, and lower the gain of forward scatter for the next run.',
    ja: '芽球化細胞がゲート外になる場合は散乱光ゲートを手動で広げ、次の測定では前方散乱光のゲインを下げてください。',
  },
  biology: {
    en: 'Ask what was done to the cells (feeder cells, OKT3, lysis) before the number is used, and write it into the remarks.',
    ja: '数値を用いる前に、細胞への処理(フィーダー細胞、OKT3、溶血など)を確認し、備考に記録してください。',
  },
  names: {
    en: 'Use pseudonyms before the file leaves the laboratory; reports mask these keywords, the file itself does not.',
    ja: 'ファイルを施設外に出す前に仮名に置き換えてください。報告書では非表示になりますが、ファイルには残ります。',
  },
  details: {
    en: 'Complete or correct the table of sample details, and read it again.',
    ja: '検体情報の表を補うか訂正し、読み込み直してください。',
  },
  audit: {
    en: 'Ask who changed the file and compare it with another copy and its anchor. Sign nothing that rests on this session before it is explained.',
    ja: '誰がファイルを変更したかを確認し、別の控えおよびアンカーと照合してください。原因が分かるまで、このセッションに基づく署名はしないでください。',
  },
  seal: {
    en: 'Seal the audit trail (Edit, Seal the audit trail), and keep the anchor outside the folder of the session.',
    ja: '監査証跡を封印し(編集メニュー)、アンカーをセッションとは別の場所に保管してください。',
  },
} as const satisfies Catalogue;

export type Advice = keyof typeof advice;

import type { FirmwareProfile } from '@pandafab/firmware';
import type { CommandWords } from '@pandafab/gcode';
import { readingNamed } from '../../readings';
import type { PauseCircumstances, PausePlan, PausePlanner } from '../dialect';
import { ModalState } from './modal-state';
import { planPause } from './pause-plan';

/** Marlin's modal state, and the commands that restore it. */
export class MarlinPausePlanner implements PausePlanner {
  private readonly modal: ModalState;

  constructor(private readonly profile: FirmwareProfile) {
    this.modal = new ModalState(profile.extrusion.modes);
  }

  follow(words: CommandWords): void {
    this.modal.applyWords(words);
  }

  plan({ readings, parksItself }: PauseCircumstances): PausePlan {
    const { modal, profile } = this;
    const temperatures = { nozzle: readingNamed(readings, 'nozzle'), bed: readingNamed(readings, 'bed') };
    return planPause({ profile, modal, temperatures, parksItself });
  }
}
